namespace Phase1.Tickets.Sops.FailedMessages;

/// <summary>The dead letters of one reason, whatever their exceptions: what one ticket is about.</summary>
/// <param name="Consumer">The service that gave them up.</param>
/// <param name="Topic">Their topic.</param>
/// <param name="ReasonCode">Their reason code.</param>
sealed record FailedMatter(string Consumer, string Topic, string ReasonCode)
{
    internal string Reference => $"{Consumer}/{Topic}/{ReasonCode}";

    internal static FailedMatter Of(LetterGroup group) => new(group.Consumer, group.Topic, group.ReasonCode);

    internal static FailedMatter Of(string reference) =>
        reference.Split('/') is [var consumer, var topic, var code]
            ? new(consumer, topic, code)
            : throw new StageException("NO_SUCH_GROUP");
}
