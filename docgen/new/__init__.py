"""Take the name of an issuing body or the sketch of a form, give a fresh DOCX to go on with in Word.

`template.new_notice_template` and `form.new_form` are the verbs; `look` holds the numbers of the standard.
"""
