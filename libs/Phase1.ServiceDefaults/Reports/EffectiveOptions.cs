using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging;

namespace Phase1.ServiceDefaults;

/// <summary>The settings that a service works with, as text; empty where one is not set.</summary>
static class EffectiveOptions
{
    const string Hidden = "•••";

    // What a setting is called whose value lets somebody in.
    static readonly string[] Secrets = ["secret", "password", "key", "certificate", "token", "connection"];

    internal static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Of(IServiceProvider services)
    {
        var sections = new SortedDictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var (name, type) in Sections(services))
        {
            if (services.GetService(type) is { } options)
            {
                sections[name] = Describe(options);
            }
        }
        return sections;
    }

    /// <summary>Every property of a class of options that can be set.</summary>
    internal static IReadOnlyDictionary<string, string> Describe(object options) =>
        options
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .ToDictionary(
                property => property.Name,
                property =>
                    property.GetValue(options) is not { } value ? ""
                    : IsSecret(property.Name) ? Hidden
                    : Text(value)
            );

    static IEnumerable<(string Name, Type Type)> Sections(IServiceProvider services) =>
        services
            .GetServices<OptionsSection>()
            .Select(section => (section.Name, section.Options))
            .Append(("Messaging", typeof(MessagingOptions)))
            .Append(("Retention", typeof(RetentionOptions)));

    static string Text(object value) =>
        value switch
        {
            string text => text,
            IEnumerable list => string.Join(", ", list.Cast<object>().Select(Text)),
            bool flag => flag ? "true" : "false",
            _ when value.GetType() is { IsPrimitive: false, IsEnum: false } type
                    && type.GetMethod("ToString", [])!.DeclaringType == typeof(object) => string.Join(
                ", ",
                Describe(value).Select(part => $"{part.Key}={part.Value}")
            ),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    static bool IsSecret(string name) => Secrets.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
