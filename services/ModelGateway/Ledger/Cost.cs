namespace Phase1.ModelGateway.Ledger;

/// <summary>What a call cost, to ten decimals.</summary>
/// <param name="Input">For what was sent.</param>
/// <param name="Output">For what was answered.</param>
/// <param name="Request">For the request itself.</param>
readonly record struct Cost(decimal Input, decimal Output, decimal Request)
{
    internal decimal Total => Input + Output + Request;
}

/// <summary>Why a call cost nothing; the database takes no zero without a reason.</summary>
enum ZeroReason
{
    /// <summary>The model is free.</summary>
    FreeModel,

    /// <summary>Nothing was sent and nothing answered.</summary>
    NoUsage,
}
