using System.Diagnostics.Metrics;
using Phase1.Events;
using Phase1.FileIntake.Uploads;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Processing;

static class IntakeMetrics
{
    static readonly Counter<long> Files = FileIntakeService.Meter.CreateCounter<long>(
        "phase1_intake_files_total",
        description: "Files by what became of them"
    );

    public static void Refused(IEnumerable<RefusedFile> refused)
    {
        foreach (var file in refused)
        {
            Count("refused", file.Code);
        }
    }

    public static void Processed(FileUpload upload) =>
        Count(upload.State == UploadState.Provisioned ? "provisioned" : "failed", upload.ErrorCode is { } code ? WireEnum.Name(code) : "");

    static void Count(string outcome, string errorCode) => Files.Add(1, new("outcome", outcome), new("error_code", errorCode));
}
