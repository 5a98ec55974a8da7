using System.Buffers;
using System.Text.Json.Nodes;

namespace Phase1.Events;

static class ContractLimits
{
    public const int Id = 255;
    public const int Name = 255;
    public const int FileName = 500;
    public const int Reason = 500;
    public const int Code = 100;
    public const int Message = 2000;
    public const int MapEntries = 500;

    static readonly SearchValues<char> StorageIdCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:/-"
    );
    static readonly SearchValues<char> CodeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");
    static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The schema's words for <see cref="StorableText"/>.</summary>
    public static Action<JsonObject> DescribeText { get; } = SchemaKeywords.Pattern(TextPattern);

    public static string TextPattern => $"^{Unicode(@"\u0000")}*$";

    /// <summary>The schema's words for <see cref="IsStorageId"/>.</summary>
    public static Action<JsonObject> DescribeStorageId { get; } =
        SchemaKeywords.Length(1, Id) + SchemaKeywords.Pattern("^[A-Za-z0-9._:/-]+$");

    /// <summary>The schema's words for <see cref="IsMd5"/>.</summary>
    public static Action<JsonObject> DescribeMd5 { get; } = SchemaKeywords.Pattern("^[0-9A-Fa-f]{32}$");

    /// <summary>The schema's words for <see cref="Identities"/>.</summary>
    public static Action<JsonObject> DescribeIdentity { get; } =
        SchemaKeywords.Length(1, Identities.Longest) + SchemaKeywords.Pattern($@"^(?!\s){Unicode(@"\u0000-\u001F\u007F-\u009F")}+(?<!\s)$");

    /// <summary>The schema's words for <see cref="IsCode"/>.</summary>
    public static Action<JsonObject> DescribeCode { get; } = SchemaKeywords.Length(1, Code) + SchemaKeywords.Pattern("^[a-z0-9_]+$");

    /// <summary>Whole characters without the given ones, as a pattern for validators that count code points and for those that count UTF-16.</summary>
    static string Unicode(string without) => $@"(?:[^{without}\uD800-\uDFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])";

    public static bool IsCode(string text) => text.Length is > 0 and <= Code && !text.AsSpan().ContainsAnyExcept(CodeCharacters);

    /// <summary>Characters as PostgreSQL and JSON Schema count them: code points.</summary>
    public static int Characters(string text)
    {
        var count = text.Length;
        foreach (var unit in text)
        {
            count -= char.IsLowSurrogate(unit) ? 1 : 0;
        }
        return count;
    }

    public static bool IsStorageId(string text) => text.Length is > 0 and <= Id && !text.AsSpan().ContainsAnyExcept(StorageIdCharacters);

    public static bool IsMd5(string text) => text.Length == 32 && !text.AsSpan().ContainsAnyExcept(HexDigits);
}
