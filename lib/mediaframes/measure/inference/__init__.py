"""From counts to estimates: intervals and tests over whole articles, or groups of copies, never over words."""
