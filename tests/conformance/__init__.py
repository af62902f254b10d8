"""Lay out documents of every kind, give the verdict of programs that no one here wrote.

LibreOffice lays out the same DOCX with the same fonts, Microsoft's Open XML SDK validates the DOCX, qpdf the PDF.
"""
