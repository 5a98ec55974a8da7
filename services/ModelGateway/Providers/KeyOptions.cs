namespace Phase1.ModelGateway.Providers;

/// <summary>Where a key is; the key itself stands in no configuration.</summary>
class KeyOptions
{
    /// <summary>The environment variable that holds it.</summary>
    public string? KeyVariable { get; set; }

    /// <summary>The file that holds it, and nothing else.</summary>
    public string? KeyFile { get; set; }

    internal IEnumerable<string> Faults()
    {
        if (KeyVariable is not null && KeyFile is not null)
        {
            yield return "KeyVariable and KeyFile exclude each other.";
        }
    }

    /// <summary>The key as it stands now; null where none is named, or there is none.</summary>
    internal string? Read()
    {
        var key =
            KeyVariable is not null ? Environment.GetEnvironmentVariable(KeyVariable)
            : KeyFile is not null && File.Exists(KeyFile) ? File.ReadAllText(KeyFile)
            : null;
        return string.IsNullOrWhiteSpace(key) ? null : key.Trim();
    }
}
