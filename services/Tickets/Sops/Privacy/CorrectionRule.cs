using System.Text.Json.Nodes;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>Whoever wants something corrected says what.</summary>
sealed class CorrectionRule : IRequestRule
{
    public string Sop => PrivacyProcedures.Rectify.Name;

    public void Check(JsonObject? details) => Correction.Of(details);
}
