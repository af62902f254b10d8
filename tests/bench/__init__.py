"""How fast docgen is beside other programs and beside itself on longer documents: `make bench`.

Each case is a module of `cases` with a function `rows(folder)`. Ratios are medians of five, taken in turns in one run
on one machine: seconds alone would say more about the machine. No test depends on them.
"""
