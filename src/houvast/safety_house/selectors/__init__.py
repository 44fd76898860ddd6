"""Every read of referrals, files and admission criteria."""
