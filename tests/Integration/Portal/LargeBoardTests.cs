using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Portal.Assets;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

public sealed class LargeBoardTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    const int Essays = 200;
    const int Students = 35;

    static readonly string[] Words =
        "the a day house river north school summer winter friend letter map road boat night light told came went saw knew was and of in to".Split(
            ' '
        );

    [Fact, Trait("Scenario", "S-655")]
    public async Task Two_hundred_essays_are_one_page_of_less_than_150_kB_with_all_that_it_loads()
    {
        Open(shared.Portal.Others, shared.Portal.Service.Clock.GetUtcNow());

        var seen = await shared.Teacher.GetAsync($"/batches/{Neighbourhood.BatchId}/review");

        seen.Page.QuerySelectorAll(".essay").Length.ShouldBe(Essays);
        seen.Page.QuerySelectorAll("dialog option, dialog [role=option]").Length.ShouldBe(Students);
        var loaded = shared.Portal.Service.Services.GetRequiredService<AssetStore>().All.Sum(asset => asset.Brotli.Length);
        (Compressed(seen.Text) + loaded).ShouldBeLessThan(150 * 1024);
    }

    static void Open(FakeHttp others, DateTimeOffset now)
    {
        Neighbourhood.Open(others, now);
        var random = new Random(1);
        var essays = Enumerable.Range(0, Essays).Select(_ => Guid.CreateVersion7(now)).ToList();
        var students = Enumerable
            .Range(0, Students)
            .Select(i => new
            {
                StudentId = Guid.CreateVersion7(now),
                FirstName = $"First{i}",
                LastName = $"Last{i}",
                FullLegalName = $"First{i} Last{i}",
                Email = (string?)null,
            })
            .ToList();
        others.OnGet($"/v1/classes/{Neighbourhood.ClassId}/roster", new { Students = students });
        others.OnGet(
            $"/v1/batches/{Neighbourhood.BatchId}/essays",
            new
            {
                Items = essays.Select(essay => new
                {
                    EssayId = essay,
                    Status = "ready_for_processing",
                    OriginalFileName = $"{essay:N}.docx",
                    ErrorCode = (string?)null,
                    TextStorageId = $"{essay:N}",
                }),
                NextCursor = (string?)null,
                Excess = Array.Empty<object>(),
            }
        );
        others.On(
            HttpMethod.Post,
            "/internal/v1/content/excerpts",
            _ => FakeHttp.Json(new { Items = essays.Select(essay => new { StorageId = $"{essay:N}", Text = TextBy(random) }) })
        );
        others.OnGet(
            $"/v1/batches/{Neighbourhood.BatchId}/student-associations",
            new
            {
                Neighbourhood.BatchId,
                Neighbourhood.ClassId,
                CourseCode = "ENG6",
                State = "open",
                DeadlineAt = now.AddHours(5),
                Counts = new
                {
                    Total = Essays,
                    Decided = 0,
                    Undecided = Essays,
                },
                Associations = essays.Select(essay => new
                {
                    EssayId = essay,
                    FileName = $"{essay:N}.docx",
                    ValidationStatus = "pending_validation",
                    Band = "medium",
                    SuggestedStudent = Author(random.Next(Students)),
                    ConfidenceScore = 0.72m,
                    MatchReasons = new[] { "name_fuzzy", "close_second" },
                    Alternatives = new[]
                    {
                        new
                        {
                            Student = Author(random.Next(Students)),
                            ConfidenceScore = 0.66m,
                            MatchReasons = new[] { "name_fuzzy" },
                        },
                    },
                    DecidedStudent = (object?)null,
                    Decision = (string?)null,
                    NoMatchReason = (string?)null,
                    AssociationVersion = 0,
                }),
            }
        );

        object Author(int index) =>
            new
            {
                students[index].StudentId,
                DisplayName = students[index].FullLegalName,
                IsPlaceholder = false,
            };
    }

    static string TextBy(Random random) => string.Join(' ', Enumerable.Range(0, 120).Select(_ => Words[random.Next(Words.Length)]));

    // As the server sends it.
    static int Compressed(string text)
    {
        using var compressed = new MemoryStream();
        using (var stream = new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        return compressed.ToArray().Length;
    }
}
