using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Phase1.EssayLifecycle.Slots;

enum EssayStatus
{
    /// <summary>A slot that waits for a file.</summary>
    Uploaded,
    ReadyForProcessing,
    ContentIngestionFailed,

    /// <summary>The teacher left it out of the batch.</summary>
    Excluded,
}

static class EssayStatuses
{
    public static string Name(this EssayStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    public static EssayStatus Parse(string name) => Enum.GetValues<EssayStatus>().Single(status => status.Name() == name);
}

sealed class EssayStatusConverter() : ValueConverter<EssayStatus, string>(status => status.Name(), name => EssayStatuses.Parse(name));
