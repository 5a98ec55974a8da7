using System.Text;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Guard;

/// <summary>The most that a call can take of a meter.</summary>
/// <param name="EstimatedInput">Tokens that are sent, estimated from above.</param>
/// <param name="MaxOutput">Tokens that the answer may have; the provider is told.</param>
/// <param name="Cost">What both cost at most with the model that is called.</param>
readonly record struct UpperBound(long EstimatedInput, long MaxOutput, Cost Cost)
{
    // Role and separators of a message.
    const int TokensPerMessage = 16;

    internal long Tokens => EstimatedInput + MaxOutput;

    /// <summary>Tokens of messages, estimated from above.</summary>
    /// <param name="messages">Their contents.</param>
    /// <param name="bytesPerToken">So many bytes of UTF-8 are at least one token.</param>
    internal static long EstimateInput(IReadOnlyCollection<string> messages, int bytesPerToken)
    {
        var bytes = messages.Sum(message => (long)Encoding.UTF8.GetByteCount(message));
        return (bytes + bytesPerToken - 1) / bytesPerToken + (long)TokensPerMessage * messages.Count;
    }
}
