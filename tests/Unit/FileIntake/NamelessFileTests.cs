using Phase1.FileIntake.Content;

namespace Phase1.Unit.Tests.FileIntake;

/// <summary>Pupils' files on disk: without a name while they are used, and gone at the next start where a killed process has left some.</summary>
public sealed class NamelessFileTests
{
    static string Path(string name) => System.IO.Path.Combine(System.IO.Path.GetTempPath(), name);

    [Fact]
    public void A_file_in_use_has_no_name()
    {
        using var file = NamelessFile.Create();
        file.Write("Ebba Lilja"u8);

        File.Exists(file.Name).ShouldBeFalse();
        file.Position = 0;
        file.ReadByte().ShouldBe('E');
    }

    [Fact]
    public void What_killed_processes_have_left_is_deleted_and_what_is_new_or_of_others_is_not()
    {
        var mark = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N");
        var (file, folder) = (Path($"phase1-intake-{mark}"), Path($"Phase1-intake-{mark}-folder"));
        var (fresh, other) = (Path($"phase1-intake-{mark}-fresh"), Path($"phase1-other-{mark}"));
        foreach (var left in new[] { file, fresh, other })
        {
            File.WriteAllText(left, "Ebba Lilja");
        }
        Directory.CreateDirectory(folder);
        File.WriteAllText(System.IO.Path.Combine(folder, "essay.pdf"), "Ebba Lilja");
        var now = TimeProvider.System.GetUtcNow();
        foreach (var old in new[] { file, other })
        {
            File.SetLastWriteTimeUtc(old, now.UtcDateTime.AddHours(-2));
        }
        Directory.SetLastWriteTimeUtc(folder, now.UtcDateTime.AddHours(-2));

        NamelessFile.DeleteLeftovers(now);

        (File.Exists(file), Directory.Exists(folder)).ShouldBe((false, false));
        (File.Exists(fresh), File.Exists(other)).ShouldBe((true, true));
        File.Delete(fresh);
        File.Delete(other);
    }
}
