using System.Text.Json.Nodes;
using Phase1.Servers.Processes;

namespace Phase1.Tests.Infrastructure.Schemas;

/// <summary>The schemas as they are handed out: docs/schemas, a file for each topic.</summary>
public static class SchemaFiles
{
    public static string Folder => Repository.PathOf("docs/schemas");

    public static string PathOf(string topic) => Path.Combine(Folder, topic + ".json");

    public static JsonNode Of(string topic) => JsonNode.Parse(File.ReadAllText(PathOf(topic)))!;
}
