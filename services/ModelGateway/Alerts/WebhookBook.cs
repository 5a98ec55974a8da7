using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Alerts;

/// <summary>Section <c>Webhooks</c>: addresses that alerts may be sent to, by the reference that a school's configs name. A key goes with it as bearer token.</summary>
sealed class WebhookBook : Dictionary<string, WebhookOptions>, IValidatedOptions
{
    public WebhookBook()
        : base(StringComparer.Ordinal) { }

    public IEnumerable<string> Validate() =>
        this.SelectMany(hook =>
            hook.Value.Faults()
                .Concat(
                    Uri.TryCreate(hook.Value.Url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
                        ? []
                        : ["Url must be an absolute http address."]
                )
                .Select(fault => $"{hook.Key}:{fault}")
        );
}
