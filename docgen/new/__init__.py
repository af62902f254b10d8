"""Take the name of an issuing body or the sketch of a form, give a fresh DOCX to go on with in Word.

The verbs are `template.new_notice_template`, `form.new_form` and, for a content file, `notice.new_notice`; `look` and
`heads` hold the numbers of the standard.
"""
