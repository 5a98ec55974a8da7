namespace Phase1.Portal.School.Models;

/// <summary>By what usage is summed, by the gateway's names.</summary>
static class UsageGroups
{
    internal const string Day = "day";

    internal static readonly string[] All = [Day, "provider", "model", "course", "teacher"];
}
