using System.Text.Json;

namespace Phase1.Events;

/// <summary>Builds the map of a notification: <c>new NotificationPayload { { "essay_count", 30 } }</c>.</summary>
public sealed class NotificationPayload : Dictionary<string, JsonElement>
{
    /// <summary>Adds a code.</summary>
    public void Add(string key, string value) => Add(key, JsonSerializer.SerializeToElement(value, EventsJsonContext.Default.String));

    /// <summary>Adds a count.</summary>
    public void Add(string key, int value) => Add(key, JsonSerializer.SerializeToElement(value, EventsJsonContext.Default.Int32));

    /// <summary>Adds a number.</summary>
    public void Add(string key, decimal value) => Add(key, JsonSerializer.SerializeToElement(value, EventsJsonContext.Default.Decimal));

    /// <summary>Adds a flag.</summary>
    public void Add(string key, bool value) => Add(key, JsonSerializer.SerializeToElement(value, EventsJsonContext.Default.Boolean));

    /// <summary>Adds an id.</summary>
    public void Add(string key, Guid value) => Add(key, JsonSerializer.SerializeToElement(value, EventsJsonContext.Default.Guid));

    /// <summary>Adds ids.</summary>
    public void Add(string key, IReadOnlyList<Guid> value) =>
        Add(key, JsonSerializer.SerializeToElement(value, EventsJsonContext.Default.IReadOnlyListGuid));

    /// <summary>Adds codes.</summary>
    public void Add(string key, IReadOnlyList<string> value) =>
        Add(key, JsonSerializer.SerializeToElement(value, EventsJsonContext.Default.IReadOnlyListString));

    /// <summary>Adds counts by code.</summary>
    public void Add(string key, IReadOnlyDictionary<string, int> value) =>
        Add(key, JsonSerializer.SerializeToElement(value, EventsJsonContext.Default.IReadOnlyDictionaryStringInt32));
}
