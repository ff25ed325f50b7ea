"""The pages: views, presenters and templates over the other rooms. No arithmetic on children here."""
