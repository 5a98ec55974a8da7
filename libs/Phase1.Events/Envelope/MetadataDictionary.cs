using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Phase1.Events;

/// <summary>An envelope's metadata. Those of <see cref="EventMetadata"/> have their places, since every record that is read or written has some of them.</summary>
public sealed class MetadataDictionary : IReadOnlyDictionary<string, string>
{
    readonly string?[] _known = new string?[EventMetadata.Keys.Length];
    Dictionary<string, string>? _others;

    /// <inheritdoc/>
    public int Count => _known.Count(value => value is not null) + (_others?.Count ?? 0);

    /// <inheritdoc/>
    public IEnumerable<string> Keys => this.Select(entry => entry.Key);

    /// <inheritdoc/>
    public IEnumerable<string> Values => this.Select(entry => entry.Value);

    /// <summary>A value.</summary>
    /// <param name="key">Any text.</param>
    /// <exception cref="KeyNotFoundException">There is none under this key; when it is read.</exception>
    public string this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"No metadata {key}.");
        set
        {
            if (Array.IndexOf(EventMetadata.Keys, key) is >= 0 and var place)
            {
                _known[place] = value;
            }
            else
            {
                (_others ??= new(StringComparer.Ordinal))[key] = value;
            }
        }
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = Array.IndexOf(EventMetadata.Keys, key) is >= 0 and var place ? _known[place] : _others?.GetValueOrDefault(key);
        return value is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var place = 0; place < _known.Length; place++)
        {
            if (_known[place] is { } value)
            {
                yield return new(EventMetadata.Keys[place], value);
            }
        }
        if (_others is not null)
        {
            foreach (var other in _others)
            {
                yield return other;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
