namespace Phase1.Portal.SignIn;

/// <summary>Section <c>Portal:Accounts</c>: the Portal's own accounts.</summary>
sealed class AccountOptions
{
    /// <summary>Whether people may sign in by a password of the Portal although the school's own sign-in is on: for the time when that does not answer.</summary>
    public bool BesideOidc { get; set; }
}
