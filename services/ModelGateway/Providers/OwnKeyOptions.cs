namespace Phase1.ModelGateway.Providers;

/// <summary>A key of a workspace's own.</summary>
sealed class OwnKeyOptions : KeyOptions
{
    /// <summary>The provider that takes it.</summary>
    public string Provider { get; set; } = "";
}
