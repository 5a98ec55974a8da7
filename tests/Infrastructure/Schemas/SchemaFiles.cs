using System.Text.Json.Nodes;
using Phase1.Servers.Processes;

namespace Phase1.Tests.Infrastructure.Schemas;

/// <summary>The schemas as they are handed out: docs/schemas, a file for each topic.</summary>
public static class SchemaFiles
{
    public static string Folder => Repository.PathOf("docs/schemas");

    /// <summary>From the repository's root.</summary>
    public static string NameOf(string topic) => $"docs/schemas/{topic}.json";

    public static JsonNode Of(string topic) => JsonNode.Parse(File.ReadAllText(Repository.PathOf(NameOf(topic))))!;
}
