using Phase1.Portal.Neighbours;

namespace Phase1.Portal.School;

/// <summary>A setting that a school has an interest in, and what it is in each service that has it.</summary>
/// <param name="Name">As it is configured: section and name.</param>
/// <param name="Values">By service.</param>
public sealed record Rule(string Name, IReadOnlyList<(string Service, string Value)> Values)
{
    internal static IReadOnlyList<string> Names { get; } =
    [
        "Associations:Timeout",
        "Associations:ReminderOffsets",
        "Batches:MaxEssays",
        "Matching:Preselect",
        "Matching:AutoConfirm",
        "Matching:Review",
        "Matching:Margin",
        "Retention:Work",
        "Retention:Notifications",
        "Retention:StoredTexts",
        "Retention:DeadLetters",
        "Retention:SettledDeadLetters",
    ];

    /// <summary>Services that are meant to work by one value do not.</summary>
    internal bool Differs => Values.Select(value => value.Value).Distinct(StringComparer.Ordinal).Count() > 1;

    internal static IReadOnlyList<Rule> Of(IReadOnlyList<(string Service, SettingsDocument Settings)> answers) =>
        [.. Names.Select(name => new Rule(name, [.. ValuesOf(name, answers)])).Where(rule => rule.Values.Count > 0)];

    static IEnumerable<(string, string)> ValuesOf(string name, IReadOnlyList<(string Service, SettingsDocument Settings)> answers)
    {
        var (section, setting) = (name.Split(':')[0], name.Split(':')[1]);
        foreach (var (service, settings) in answers)
        {
            if (settings.Options.GetValueOrDefault(section)?.GetValueOrDefault(setting) is { Length: > 0 } value)
            {
                yield return (service, value);
            }
        }
    }
}
