using System.Text.Json.Nodes;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Sops;

/// <summary>What a request of a procedure must say. A procedure without one takes any details, and none.</summary>
interface IRequestRule
{
    string Sop { get; }

    /// <exception cref="ProblemException">400, with the path of what is missing or wrong.</exception>
    void Check(JsonObject? details);
}
