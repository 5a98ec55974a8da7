using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Confluent.Kafka;

namespace Phase1.Messaging.Kafka;

/// <summary>Headers on Kafka are bytes by name; in the engine they are one JSON object of strings.</summary>
static class RecordHeaderJson
{
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Headers Read(string json)
    {
        var headers = new Headers();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
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

    /// <summary>Of a name that comes several times the last counts.</summary>
    public static string Write(Headers? headers)
    {
        if (headers is null || headers.Count == 0)
        {
            return "{}";
        }
        var last = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        foreach (var header in headers)
        {
            last[header.Key] = header.GetValueBytes();
        }
        var buffer = new ArrayBufferWriter<byte>(384);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            foreach (var (name, value) in last)
            {
                json.WriteString(name, value is null ? "" : Encoding.UTF8.GetString(value));
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
