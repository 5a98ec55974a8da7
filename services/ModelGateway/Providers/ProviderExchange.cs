namespace Phase1.ModelGateway.Providers;

/// <summary>One request to a provider, beside what the vendor's client makes of it: what is put on it, and what came back.</summary>
/// <param name="TaskType">For its headers: a code; null for a poll.</param>
/// <param name="Caller">For its headers: the calling service; null for a poll.</param>
/// <param name="Key">Put on the request; null for none.</param>
sealed record ProviderExchange(string? TaskType, string? Caller, string? Key)
{
    static readonly AsyncLocal<ProviderExchange?> Ambient = new();

    /// <summary>The exchange of this flow: vendors' clients have no place to hand one through.</summary>
    internal static ProviderExchange? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Why there is no good answer; null while none has failed.</summary>
    internal ProviderFailure? Failure { get; set; }

    /// <summary>The body of an answer with status 200; null before.</summary>
    internal byte[]? Body { get; set; }
}

/// <summary>Ends a request whose failure stands in the exchange; vendors' clients pass it on.</summary>
sealed class ProviderFailedException() : Exception("The provider has not answered well.");
