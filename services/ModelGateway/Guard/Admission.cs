using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Models;

namespace Phase1.ModelGateway.Guard;

/// <summary>A call that asks to be made with one model.</summary>
/// <param name="Call">The call.</param>
/// <param name="ModelId">The model.</param>
/// <param name="Bound">The most that it can take.</param>
/// <param name="Terms">What holds for it from now on.</param>
/// <param name="Demands">What it may take of each meter, in the order in which they are refused.</param>
/// <param name="WorkspaceVersion">The version by which the demands were made.</param>
/// <param name="Catalogue">The versions by which the price was found.</param>
/// <param name="Held">What the call holds already, for a model that failed; null for its first one.</param>
sealed record Admission(
    CallFacts Call,
    string ModelId,
    UpperBound Bound,
    CallTerms Terms,
    IReadOnlyList<Demand> Demands,
    long WorkspaceVersion,
    CatalogueVersions Catalogue,
    OpenCall? Held = null
);

/// <summary>A call that has been admitted and is to be settled.</summary>
/// <param name="Call">The call.</param>
/// <param name="ModelId">The model that it was admitted with last.</param>
/// <param name="Terms">What holds for it since its admission.</param>
/// <param name="Holds">What is reserved for it.</param>
/// <param name="IsUnguarded">No budget has been asked: nothing is reserved, and what it takes waits in the spool.</param>
sealed record OpenCall(CallFacts Call, string ModelId, CallTerms Terms, IReadOnlyList<Demand> Holds, bool IsUnguarded = false);

/// <summary>The answer to an admission.</summary>
abstract record AdmissionResult;

/// <summary>The call may be made.</summary>
sealed record Admitted(OpenCall Call) : AdmissionResult;

/// <summary>A budget does not cover the call.</summary>
/// <param name="Meter">The first that does not.</param>
/// <param name="Limit">Its limit.</param>
/// <param name="Used">What is spent of it.</param>
/// <param name="Reserved">What other calls hold of it.</param>
/// <param name="Projected">Both, and what this call may take.</param>
sealed record Refused(Meter Meter, decimal Limit, decimal Used, decimal Reserved, decimal Projected) : AdmissionResult
{
    internal decimal Remaining => Math.Max(0, Limit - Used - Reserved);
}

/// <summary>Budgets, policies, routes or prices have changed since the demands were made: they are to be made anew.</summary>
sealed record Outdated(bool Workspace, bool Catalogue) : AdmissionResult;

/// <summary>The same call is being made.</summary>
sealed record InProgress : AdmissionResult;

/// <summary>The same call has been made.</summary>
sealed record AlreadySettled : AdmissionResult;
