namespace Phase1.Portal.School;

/// <summary>Why a change of a person is refused.</summary>
enum PersonFault
{
    /// <summary>Whoever asks for it would no longer be able to administer people.</summary>
    OwnRole,

    /// <summary>Nobody would be able to.</summary>
    LastAdmin,

    /// <summary>The school's provider says which roles this person has.</summary>
    RolesOfProvider,

    /// <summary>There is no password to be set.</summary>
    NoPassword,
}
