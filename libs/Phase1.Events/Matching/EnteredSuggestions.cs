using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Phase1.Events;

/// <summary>A list of suggestions as it was read: what was kept, and how many were not.</summary>
sealed class EnteredSuggestions : List<StudentSuggestion>
{
    public int Refused { get; set; }
}

/// <summary>Reads suggestions one by one: a bad value refuses its suggestion only, so that no batch stalls for it.</summary>
sealed class SuggestionsConverter : JsonConverter<IReadOnlyList<StudentSuggestion>>
{
    public override IReadOnlyList<StudentSuggestion> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw ValueRefusedException.Invalid("not an array");
        }
        var type = (JsonTypeInfo<StudentSuggestion>)options.GetTypeInfo(typeof(StudentSuggestion));
        var entered = new EnteredSuggestions();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (entered.Count + entered.Refused == MatchingContracts.MaxSuggestions)
            {
                throw ValueRefusedException.Invalid($"more than {MatchingContracts.MaxSuggestions}");
            }
            if (TryRead(ref reader, type) is { } suggestion)
            {
                entered.Add(suggestion);
            }
            else
            {
                entered.Refused++;
            }
        }
        return entered;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<StudentSuggestion> value, JsonSerializerOptions options)
    {
        var type = (JsonTypeInfo<StudentSuggestion>)options.GetTypeInfo(typeof(StudentSuggestion));
        writer.WriteStartArray();
        foreach (var suggestion in value)
        {
            JsonSerializer.Serialize(writer, suggestion, type);
        }
        writer.WriteEndArray();
    }

    static StudentSuggestion? TryRead(ref Utf8JsonReader reader, JsonTypeInfo<StudentSuggestion> type)
    {
        var start = reader;
        try
        {
            var suggestion = JsonSerializer.Deserialize(ref reader, type);
            return suggestion is { ConfidenceScore: >= 0 and <= 1 } ? suggestion : null;
        }
        catch (JsonException)
        {
            reader = start;
            // Throws again when not the value but the JSON itself is broken.
            reader.Skip();
            return null;
        }
    }
}
