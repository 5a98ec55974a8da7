using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Phase1.Messaging;
using Phase1.Servers.Processes;

namespace Phase1.Unit.Tests.Docs;

/// <summary>One setting as the page shows it.</summary>
/// <param name="Name">Its name in the configuration, section included.</param>
/// <param name="Type">For people.</param>
/// <param name="Default">As it would be configured; null for none.</param>
/// <param name="Range">In words; null where there is none, or where the meaning says it.</param>
/// <param name="Meaning">The summary of the property; null where it has none.</param>
sealed record Setting(string Name, string Type, string? Default, string? Range, string? Meaning);

/// <summary>Settings read from an options class: type and default from an instance, the range from its attributes, the meaning from its source.</summary>
static partial class OptionDocs
{
    static readonly Lazy<ILookup<string, string>> Sources = new(() =>
        new[] { "libs", "services" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .ToLookup(file => Path.GetFileNameWithoutExtension(file)!, File.ReadAllText)
    );

    /// <summary>
    /// Every setting of a section, in the order of the class, what it inherits last; those of nested options follow their parent. Of what is configured
    /// under names of the operator's own, one name stands for all.
    /// </summary>
    public static IEnumerable<Setting> SettingsOf(string section, Type options)
    {
        if (NamedValueOf(options) is { } named)
        {
            return IsNested(named)
                ? SettingsOf($"{section}:<Name>", named)
                : [new($"{section}:<Name>", TypeOf(named), null, null, SummaryOf(options))];
        }
        var instance = Activator.CreateInstance(options)!;
        return Configurable(options).SelectMany(property => SettingsOf($"{section}:{property.Name}", property, property.GetValue(instance)));
    }

    static IEnumerable<Setting> SettingsOf(string name, PropertyInfo property, object? value)
    {
        var type = property.PropertyType;
        var meaning = SummaryOf(property.DeclaringType!, property.Name);
        return IsNested(type) ? SettingsOf(name, type)
            : NamedValueOf(type) is { } named ? [new($"{name}:<Name>", TypeOf(named), null, null, meaning)]
            : [new(name, TypeOf(type), TextOf(value), OptionRanges.WordsOf(property), meaning)];
    }

    /// <summary>The summary of a member, or of the class itself, as Markdown; null where it has none.</summary>
    public static string? SummaryOf(Type type, string? member = null)
    {
        var declaration = member is null ? $@"\w+ {type.Name}\b" : $@"[^\n;]*? {member} \{{";
        foreach (var source in Sources.Value[type.Name])
        {
            var pattern =
                $@"/// <summary>(?<text>(?:(?!</summary>).)*)</summary>\s*(?:///[^\n]*\s*|\[[^\n]*\]\s*)*(?:public |sealed )*{declaration}";
            var found = Regex.Match(source, pattern, RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
            if (found.Success)
            {
                return Markdown(found.Groups["text"].Value);
            }
        }
        return null;
    }

    static IEnumerable<PropertyInfo> Configurable(Type options) =>
        options
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0);

    static bool IsNested(Type type) => type.IsClass && type != typeof(string) && !type.IsAssignableTo(typeof(IEnumerable));

    // What stands under each name of a dictionary; null for what is none.
    static Type? NamedValueOf(Type type) =>
        type.GetInterfaces()
            .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IDictionary<,>))
            ?.GetGenericArguments()[1];

    static string TypeOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? TypeOf(underlying)
        : type == typeof(TimeSpan) ? "duration"
        : type == typeof(bool) ? "boolean"
        : type == typeof(string) ? "text"
        : type == typeof(decimal) ? "decimal"
        : type == typeof(int) || type == typeof(short) || type == typeof(long) ? "integer"
        : type.IsEnum ? string.Join(" or ", Enum.GetNames(type))
        : $"list of {TypeOf(ElementOf(type))}s";

    static Type ElementOf(Type list) => list.GetElementType() ?? list.GetGenericArguments().Single();

    static string? TextOf(object? value) =>
        value switch
        {
            null or "" => null,
            TimeSpan time => Fraction().Replace(time.ToString("c", CultureInfo.InvariantCulture), "$1"),
            bool flag => flag ? "true" : "false",
            string text => text,
            IEnumerable list => string.Join(", ", list.Cast<object>().Select(TextOf)) is { Length: > 0 } text ? text : null,
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    static string Markdown(string summary)
    {
        var plain = LineStart().Replace(summary, " ");
        plain = Reference().Replace(plain, match => $"`{match.Groups["text"].Value.Split('.')[^1]}`");
        plain = Quoted().Replace(plain, match => $"`{match.Groups["text"].Value}`");
        return plain.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Trim();
    }

    // 00:00:00.2500000 is configured as 00:00:00.25.
    [GeneratedRegex(@"(\.\d*?)0+$")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\s*\n\s*///\s*")]
    private static partial Regex LineStart();

    [GeneratedRegex("""<see cref="(?<text>[^"]*)"\s*/>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex("<c>(?<text>[^<]*)</c>", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
