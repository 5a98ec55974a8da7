namespace Phase1.Messaging.Storage;

/// <summary>
/// By what dead letters are grouped: topic, reason code, the exception's type and the first method of ours in its stack. The database computes it, so
/// that every way of writing a dead letter, and a migration, give the same.
/// </summary>
static class DeadLetterCause
{
    /// <summary>SQL for the first method of ours in the stack.</summary>
    public const string Frame = @"substring(stack from 'at (Phase1\.[^(]+)\(')";

    // The reason of an unforeseen error is the exception's type; that of a foreseen one may hold figures. decode, since convert_to is not immutable.
    const string Parts =
        $"topic || chr(10) || reason_code || chr(10) || case when reason_code = 'PROCESSING_ERROR' then reason else '' end || chr(10) || coalesce({Frame}, '')";

    /// <summary>SQL for the cause: the first 16 hexadecimal digits of the parts' SHA-256.</summary>
    public const string Cause = $@"left(encode(sha256(decode(replace({Parts}, '\', '\\'), 'escape')), 'hex'), 16)";
}
