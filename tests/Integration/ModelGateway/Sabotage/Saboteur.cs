namespace Phase1.Integration.Tests.ModelGateway.Sabotage;

/// <summary>A defect that is planted in the tests' host alone; the tests that are named with it must notice.</summary>
enum Saboteur
{
    None,

    /// <summary>COST-64: the calculator returns 0.</summary>
    CostZero,

    /// <summary>COST-65: the price book throws.</summary>
    PriceThrows,

    /// <summary>COST-66: what calls cost is told to nobody.</summary>
    NoEvents,

    /// <summary>COST-67: the guard admits everything.</summary>
    AlwaysAdmit,

    /// <summary>COST-68: a price is divided by a thousand once too often.</summary>
    Divisor1000,

    /// <summary>COST-69: nothing is read of what a provider says it took.</summary>
    UsageZero,

    /// <summary>COST-70: the ledger is written to memory.</summary>
    MemoryLedger,

    /// <summary>CCR-59: what a school allows is forgotten.</summary>
    RouterIgnoresAllowList,
}
