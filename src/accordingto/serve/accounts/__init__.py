"""Who may come in: names, roles, hashes of passwords and of tokens, in a file of their own.

They are no evidence, and must be deletable: so they stand beside the casebook and never in its chain of entries. What
somebody decided keeps the name after the account is gone.
"""

from accordingto.serve.accounts.book import Account, Accounts, Token, accounts_file

__all__ = ["Account", "Accounts", "Token", "accounts_file"]
