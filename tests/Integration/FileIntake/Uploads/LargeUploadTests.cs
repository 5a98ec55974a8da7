using System.IO.Compression;
using System.Net;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Files;

namespace Phase1.Integration.Tests.FileIntake.Uploads;

/// <summary>
/// Requests of 360 MB and more, from their first byte to their last text. What the service allocates for them all in all is less than it may take at
/// once.
/// </summary>
[Collection(nameof(OneAtATime))]
[Trait("Scenario", "S-303")]
public sealed class LargeUploadTests
{
    const int Megabyte = 1024 * 1024;
    const int Files = 40;
    const long Most = 150L * Megabyte;

    [Theory]
    [InlineData(null)]
    [InlineData("upload-1")]
    public async Task Forty_large_texts_are_taken_and_refused_before_they_are_decoded(string? key)
    {
        await using var intake = await StartAsync(key);

        var allocated = await AllocatedAsync(intake, new LargeForm(intake.BatchId).Add(Files, "txt", [], 9 * Megabyte));

        allocated.ShouldBeLessThan(Most);
        await FailedAsync(intake, ValidationErrorCode.ContentTooLong);
    }

    [Fact]
    public async Task Forty_documents_with_large_pictures_are_read()
    {
        await using var intake = await StartAsync();
        var document = WithPart("word/media/picture.png", 9 * Megabyte, CompressionLevel.NoCompression);

        var allocated = await AllocatedAsync(intake, new LargeForm(intake.BatchId).Add(Files, "docx", document, 0));

        allocated.ShouldBeLessThan(Most);
        (await intake.QueryAsync<long>("select count(*) from file_uploads where state = 'provisioned'")).ShouldBe(Files);
        (await intake.QueryAsync<bool>("select bool_and(bytes = (select bytes from raw_files limit 1)) from raw_files")).ShouldBeTrue();
    }

    [Fact]
    public async Task Documents_that_unpack_to_a_text_of_ten_megabytes_are_refused_while_they_are_read()
    {
        await using var intake = await StartAsync();
        var paragraph = string.Concat(Enumerable.Repeat("Solen sken hela dagen och natten. ", 30));
        var document = WordFile.Of([.. Enumerable.Repeat(paragraph, 10_000)]);

        var allocated = await AllocatedAsync(intake, new LargeForm(intake.BatchId).Add(Files, "docx", document, 0));

        allocated.ShouldBeLessThan(4 * Most, "40 files, each of them a few megabytes of text until it is refused");
        await FailedAsync(intake, ValidationErrorCode.ContentTooLong);
    }

    static async Task<IntakeHarness> StartAsync(string? key = null)
    {
        var intake = await IntakeHarness.StartAsync();
        if (key is not null)
        {
            intake.Client.DefaultRequestHeaders.Add("Idempotency-Key", key);
        }
        // What is made once is made before anything is measured.
        await intake.UploadAsync(("first.txt", IntakeHarness.Essay("Först"))).ShouldBeAsync(HttpStatusCode.Accepted);
        await intake.SettleAsync();
        await intake.ExecuteAsync("delete from file_uploads; delete from raw_files; delete from idempotent_requests");
        return intake;
    }

    static async Task<long> AllocatedAsync(IntakeHarness intake, LargeForm form)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await intake.PostAsync(form).ShouldBeAsync(HttpStatusCode.Accepted);
        await intake.SettleAsync();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    static async Task FailedAsync(IntakeHarness intake, ValidationErrorCode code)
    {
        var failed = await intake.Service.Log.FactsAsync<EssayValidationFailed>(TestContext.Current.CancellationToken);
        failed.Count.ShouldBe(Files);
        failed.ShouldAllBe(fact => fact.Data.ValidationErrorCode == code);
    }

    static byte[] WithPart(string name, int length, CompressionLevel compression)
    {
        var document = new MemoryStream();
        document.Write(WordFile.Of("En text som är lång nog för att räknas som en uppsats, med en bild."));
        using (var archive = new ZipArchive(document, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = archive.CreateEntry(name, compression).Open();
            part.Write(new byte[length]);
        }
        return document.ToArray();
    }
}
