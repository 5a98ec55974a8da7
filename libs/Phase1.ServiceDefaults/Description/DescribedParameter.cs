namespace Phase1.ServiceDefaults;

/// <summary>
/// Metadata of a route: a parameter that the OpenAPI description names although no argument of the handler is called so. A type that binds itself
/// adds it by <see cref="Microsoft.AspNetCore.Http.Metadata.IEndpointParameterMetadataProvider"/>.
/// </summary>
/// <param name="Place">Where the request carries it.</param>
/// <param name="Name">The name in the request.</param>
/// <param name="Meaning">What it does, in one sentence.</param>
public sealed record DescribedParameter(ParameterPlace Place, string Name, string Meaning)
{
    /// <summary>The range of a number; null for a text.</summary>
    public (int Least, int Most)? Range { get; init; }

    /// <summary>What holds when the request has none; null when there is no such number.</summary>
    public int? Default { get; init; }

    /// <summary>Whether a request without it is refused.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>Where a request carries a parameter.</summary>
public enum ParameterPlace
{
    /// <summary>In the query.</summary>
    Query,

    /// <summary>In a header.</summary>
    Header,
}
