using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Why services are asked what they hold about a student.</summary>
[JsonConverter(typeof(SnakeCaseEnum<CollectionPurpose>))]
public enum CollectionPurpose
{
    /// <summary>Somebody wants to know it; the contents are fetched afterwards.</summary>
    Access,

    /// <summary>The same, for another program.</summary>
    Export,

    /// <summary>It is to be erased: how much is it, and what stands in the way.</summary>
    ErasureCheck,

    /// <summary>It has been erased: is anything there again.</summary>
    ErasureProof,
}
