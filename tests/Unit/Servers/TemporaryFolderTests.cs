using Phase1.Servers;

namespace Phase1.Unit.Tests.Servers;

/// <summary>Where private servers keep their files, and what a killed process leaves of them.</summary>
public sealed class TemporaryFolderTests : IDisposable
{
    const string Memory = "/dev/shm";
    const long Roomy = 4L << 30;

    readonly string _kind = $"test{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
    readonly HashSet<string> _roots = [];

    [Fact]
    public void Files_are_kept_in_memory_where_that_will_do_and_there_is_space()
    {
        Assert.SkipUnless(Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Roomy, "There is no room in memory.");
        using var inMemory = Claim(inMemory: true);
        using var onDisk = Claim(inMemory: false);

        inMemory.Path.ShouldStartWith(Memory);
        onDisk.Path.ShouldStartWith(Path.GetTempPath());
    }

    [Fact]
    public void Each_claim_has_a_folder_of_its_own_which_goes_with_it()
    {
        var (one, other) = (Claim(inMemory: false), Claim(inMemory: false));
        Directory.CreateDirectory(one.Path);

        one.Path.ShouldNotBe(other.Path);
        one.Dispose();
        other.Dispose();

        Directory.GetFileSystemEntries(Path.GetDirectoryName(one.Path)!).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_killed_process_has_left_is_found_and_what_is_in_use_is_not(bool inMemory)
    {
        using var inUse = Claim(inMemory);
        var left = Path.Combine(Path.GetDirectoryName(inUse.Path)!, "left");
        Directory.CreateDirectory(left);
        File.WriteAllText($"{left}.lock", "");

        foreach (var leftover in TemporaryFolder.Leftovers(_kind))
        {
            leftover.Path.ShouldBe(left);
            leftover.Dispose();
        }

        Directory.Exists(left).ShouldBeFalse();
        TemporaryFolder.Leftovers(_kind).ShouldBeEmpty();
    }

    public void Dispose()
    {
        foreach (var root in _roots)
        {
            Directory.Delete(root, recursive: true);
        }
    }

    TemporaryFolder Claim(bool inMemory)
    {
        var claimed = TemporaryFolder.Claim(_kind, inMemory);
        _roots.Add(Path.GetDirectoryName(claimed.Path)!);
        return claimed;
    }
}
