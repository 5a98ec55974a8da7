using System.Text.Json;

namespace Phase1.Events;

/// <summary>The batch that a record names, also one that breaks the contract: whoever looks for a batch's records finds those too.</summary>
public static class BatchOfRecord
{
    /// <summary>The payload's batch, else that of the metadata; null where none can be read before the first fault of the JSON.</summary>
    /// <param name="body">The record's value.</param>
    /// <param name="topic">The topic's name in the catalogue; one that is not in it has no payload with entity_id.</param>
    public static Guid? Find(ReadOnlySpan<byte> body, string topic)
    {
        var entityIsBatch = typeof(IBatchFact).IsAssignableFrom(Topics.TypeOf(topic));
        Guid? ofData = null;
        Guid? ofMetadata = null;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = EnvelopeLimits.MaxDepth });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("data"u8))
                {
                    FindIn(ref reader, entityIsBatch, ref ofData);
                }
                else if (reader.ValueTextEquals("metadata"u8))
                {
                    FindIn(ref reader, entityIsBatch: false, ref ofMetadata);
                }
                else
                {
                    reader.Skip();
                }
            }
        }
        catch (JsonException)
        {
            // What stands before the fault counts.
        }
        return ofData ?? ofMetadata;
    }

    static void FindIn(ref Utf8JsonReader reader, bool entityIsBatch, ref Guid? batch)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var names = reader.ValueTextEquals("batch_id"u8) || (entityIsBatch && reader.ValueTextEquals("entity_id"u8));
            reader.Read();
            if (names && reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var id) && id != Guid.Empty)
            {
                batch ??= id;
            }
            reader.Skip();
        }
    }
}
