namespace Phase1.ServiceDefaults;

/// <summary>What a service is asked to do about a student.</summary>
enum PrivacyPurpose
{
    /// <summary>Count what is held; then hand it out.</summary>
    Access,

    /// <summary>The same.</summary>
    Export,

    /// <summary>Count what is held, and say what stands in the way of an erasure.</summary>
    ErasureCheck,

    /// <summary>Say what is left after an erasure.</summary>
    ErasureProof,

    /// <summary>Erase.</summary>
    Erasure,
}
