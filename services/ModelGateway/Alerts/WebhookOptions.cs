using Phase1.ModelGateway.Providers;

namespace Phase1.ModelGateway.Alerts;

/// <summary>One address that alerts are sent to.</summary>
sealed class WebhookOptions : KeyOptions
{
    /// <summary>The address; alerts are POSTed to it as JSON.</summary>
    public string Url { get; set; } = "";
}
