using System.Text;
using System.Text.Json;
using Confluent.Kafka;

namespace Phase1.Messaging.Kafka;

/// <summary>Headers on Kafka are bytes by name; in the engine they are one JSON object of strings.</summary>
static class RecordHeaderJson
{
    public static Headers Read(ReadOnlyMemory<byte> json)
    {
        var headers = new Headers();
        var reader = new Utf8JsonReader(json.Span);
        string? name = null;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString();
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                headers.Add(name, Encoding.UTF8.GetBytes(reader.GetString()!));
            }
        }
        return headers;
    }
}
