using System.Globalization;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.School.Models;

/// <summary>The switches of a policy. What a page does not show stays as it is in force.</summary>
static class PolicyForm
{
    internal const string Enabled = "enabled";
    internal const string External = "external";
    internal const string OwnKey = "own_key";
    internal const string SomeProviders = "some_providers";
    internal const string TellMe = "tell_me";
    internal const string Version = "version";

    const string On = "on";

    internal static string Allowed(string provider) => $"allowed:{provider}";

    internal static string Preferred(string provider) => $"preferred:{provider}";

    internal static FormState Of(PolicyDocument policy, string userId)
    {
        var form = new FormState();
        Tick(form, Enabled, policy.GatewayEnabled);
        Tick(form, External, !policy.NoExternal);
        Tick(form, OwnKey, policy.PreferOwnKey);
        Tick(form, TellMe, policy.AdminUserIds.Contains(userId));
        Tick(form, SomeProviders, policy.AllowedProviders is not null);
        foreach (var provider in policy.AllowedProviders ?? [])
        {
            Tick(form, Allowed(provider), true);
        }
        foreach (var provider in policy.PreferredProviders)
        {
            Tick(form, Preferred(provider), true);
        }
        Show(form, policy);
        return form;
    }

    /// <summary>What was ticked, as it is shown again beside the policy that is in force now: sent once more, it takes that one's place.</summary>
    internal static FormState Typed(PageForm form, PolicyDocument policy)
    {
        var state = new FormState();
        foreach (var (name, value) in form.Fields)
        {
            state.Values[name] = value;
        }
        Show(state, policy);
        return state;
    }

    /// <summary>The policy in force with what was ticked.</summary>
    internal static PolicyBody Read(PageForm form, PolicyDocument policy, IReadOnlyList<string> providers, string userId) =>
        new(
            long.TryParse(form.Text(Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
            policy.TimeZone,
            !Is(form, External),
            Is(form, Enabled),
            Is(form, SomeProviders) ? [.. providers.Where(provider => Is(form, Allowed(provider)))] : null,
            policy.AllowedRegions,
            policy.OwnKeyReference,
            Is(form, OwnKey),
            [.. providers.Where(provider => Is(form, Preferred(provider)))],
            Is(form, TellMe) ? [.. policy.AdminUserIds.Union([userId])] : [.. policy.AdminUserIds.Except([userId])]
        );

    internal static bool Is(FormState form, string field) => form.Values.ContainsKey(field);

    static void Show(FormState form, PolicyDocument policy) => form.Values[Version] = policy.Version.ToString(CultureInfo.InvariantCulture);

    static bool Is(PageForm form, string field) => form.Text(field).Length > 0;

    static void Tick(FormState form, string field, bool isOn)
    {
        if (isOn)
        {
            form.Values[field] = On;
        }
    }
}
