using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phase1.Events;

/// <summary>The ranges, lengths and uniqueness of one payload, checked where it enters and where it leaves, and told by its JSON schema.</summary>
sealed class Contract<T>
    where T : class
{
    readonly List<Rule<T>> _rules = [];

    public IReadOnlyList<Rule<T>> Rules => _rules;

    public Breach? Find(T value)
    {
        foreach (var rule in _rules)
        {
            if (rule.Find(value) is { } breach)
            {
                return breach;
            }
        }
        return null;
    }

    /// <summary>Writes the rules into the schema that the type alone has given.</summary>
    public void Describe(JsonObject schema)
    {
        foreach (var rule in _rules)
        {
            rule.Describe(schema["properties"]![rule.Field]!.AsObject());
        }
    }

    /// <summary>A rule of its own.</summary>
    /// <param name="field">The field's wire name.</param>
    /// <param name="text">The rule in words.</param>
    /// <param name="holds">The rule as a check.</param>
    /// <param name="describe">The rule in a schema's keywords; null where there are none for it.</param>
    public Contract<T> Must(string field, string text, Func<T, bool> holds, Action<JsonObject>? describe = null) =>
        Add(field, text, value => holds(value) ? null : new Breach(field, text), describe ?? SchemaKeywords.Words(text));

    public Contract<T> Between(string field, Func<T, long?> get, long least, long? most = null) =>
        Must(
            field,
            most is null ? $"at least {least}" : $"{least}..{most}",
            value => get(value) is not { } number || (number >= least && !(number > most)),
            SchemaKeywords.Range(least, most)
        );

    public Contract<T> Confidence(string field, Func<T, decimal?> get) =>
        Must(field, "0..1", value => get(value) is not { } score || score is >= 0 and <= 1, SchemaKeywords.Range(0, 1));

    // PostgreSQL keeps no U+0000 in a text.
    public Contract<T> Text(string field, Func<T, string?> get, int longest, int shortest = 1) =>
        Must(
            field,
            $"{shortest}..{longest} characters",
            value =>
                get(value) is not { } text
                || (text.Length >= shortest && ContractLimits.Characters(text) <= longest && !text.Contains('\0')),
            SchemaKeywords.Length(shortest, longest)
        );

    /// <summary>A user or an organisation.</summary>
    public Contract<T> Identity(string field, Func<T, string?> get) =>
        Must(field, Identities.Rule, value => get(value) is not { } id || Identities.IsValid(id), ContractLimits.DescribeIdentity);

    /// <summary>A word for programs, which may become part of a name or of a protocol's line.</summary>
    public Contract<T> Code(string field, Func<T, string?> get) =>
        Must(field, "1..100 of a-z 0-9 _", value => get(value) is not { } code || ContractLimits.IsCode(code), ContractLimits.DescribeCode);

    public Contract<T> FileName(string field, Func<T, string?> get) => Text(field, get, ContractLimits.FileName, 0);

    public Contract<T> StorageId(string field, Func<T, string?> get) =>
        Must(
            field,
            "1..255 of A-Z a-z 0-9 . _ : / -",
            value => get(value) is not { } id || ContractLimits.IsStorageId(id),
            ContractLimits.DescribeStorageId
        );

    /// <summary>An object whose fields are its producer's own matter.</summary>
    public Contract<T> Object(string field, Func<T, JsonElement?> get) =>
        Must(
                field,
                "an object",
                value => get(value) is not { } element || element.ValueKind == JsonValueKind.Object,
                SchemaKeywords.IsObject
            )
            .Must(field, FreeJson.Rule, value => get(value) is not { } element || FreeJson.IsBounded(element));

    /// <summary>The same, where the object is read as a map.</summary>
    public Contract<T> Object(string field, Func<T, IReadOnlyDictionary<string, JsonElement>?> get) =>
        Must(field, FreeJson.Rule, value => get(value) is not { } map || FreeJson.IsBounded(map));

    /// <summary>Counts under names.</summary>
    public Contract<T> Counts<TKey, TCount>(string field, Func<T, IReadOnlyDictionary<TKey, TCount>?> get)
        where TKey : notnull
        where TCount : INumberBase<TCount> =>
        Must(
                field,
                $"at most {ContractLimits.MapEntries} entries",
                value => get(value) is not { } counts || counts.Count <= ContractLimits.MapEntries,
                SchemaKeywords.MostFields(ContractLimits.MapEntries)
            )
            .Must(
                field,
                $"names of at most {ContractLimits.Code} characters",
                value =>
                    get(value) is not { } counts || counts.Keys.All(key => key is not string name || name.Length <= ContractLimits.Code),
                SchemaKeywords.Names(SchemaKeywords.Length(0, ContractLimits.Code))
            )
            .Must(
                field,
                "at least 0",
                value => get(value) is not { } counts || !counts.Values.Any(TCount.IsNegative),
                SchemaKeywords.Values(SchemaKeywords.Range(0))
            );

    public Contract<T> Count<TItem>(string field, Func<T, IReadOnlyCollection<TItem>?> get, int least, int most) =>
        Must(
            field,
            $"{least}..{most} entries",
            value => get(value) is not { } items || (items.Count >= least && items.Count <= most),
            SchemaKeywords.Entries(least, most)
        );

    public Contract<T> Distinct<TItem>(string field, Func<T, IReadOnlyCollection<TItem>?> get) =>
        Must(
            field,
            "distinct",
            value => get(value) is not { Count: > 1 } items || items.Distinct().Count() == items.Count,
            SchemaKeywords.Unique
        );

    /// <summary>Entries that differ in the essay they are about.</summary>
    public Contract<T> DistinctEssays<TItem>(string field, Func<T, IReadOnlyCollection<TItem>?> get, Func<TItem, Guid> essay) =>
        Must(field, "distinct essay_id", value => get(value) is not { Count: > 1 } items || items.DistinctBy(essay).Count() == items.Count);

    public Contract<T> One<TPart>(string field, Func<T, TPart?> get, Contract<TPart> contract)
        where TPart : class =>
        Add(field, "see there", value => get(value) is { } part ? contract.Find(part)?.Under(field) : null, contract.Describe);

    public Contract<T> Each<TItem>(string field, Func<T, IReadOnlyList<TItem>?> get, Contract<TItem> contract)
        where TItem : class =>
        Add(
            field,
            "each: see there",
            value => get(value) is { } items ? FindIn(field, items, contract) : null,
            SchemaKeywords.Items(contract.Describe)
        );

    static Breach? FindIn<TItem>(string field, IReadOnlyList<TItem> items, Contract<TItem> contract)
        where TItem : class
    {
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is not { } item)
            {
                return new Breach($"{field}[{index}]", "required");
            }
            if (contract.Find(item) is { } breach)
            {
                return breach.Under($"{field}[{index}]");
            }
        }
        return null;
    }

    Contract<T> Add(string field, string text, Func<T, Breach?> find, Action<JsonObject> describe)
    {
        _rules.Add(new Rule<T>(field, text, find, describe));
        return this;
    }
}
