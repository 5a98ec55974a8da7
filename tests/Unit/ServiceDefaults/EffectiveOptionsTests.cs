using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ServiceDefaults;

public sealed class EffectiveOptionsTests
{
    [Fact]
    public void What_is_secret_is_not_shown_and_everything_else_is()
    {
        var shown = EffectiveOptions.Describe(new Options());

        shown["ApiKey"].ShouldBe("•••");
        shown["ClientSecret"].ShouldBe("•••");
        shown["Connection"].ShouldBe("•••");
        shown["Unset"].ShouldBe("");
        shown["Timeout"].ShouldBe("1.00:00:00");
        shown["Delays"].ShouldBe("00:00:01, 00:00:05");
        shown["Part"].ShouldBe("Count=3, Password=•••");
        shown.Keys.ShouldNotContain("Derived");
    }

    sealed class Options
    {
        public string ApiKey { get; set; } = "k1";
        public string ClientSecret { get; set; } = "s1";
        public string Connection { get; set; } = "Host=db";
        public string? Unset { get; set; }
        public TimeSpan Timeout { get; set; } = TimeSpan.FromDays(1);
        public TimeSpan[] Delays { get; set; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];
        public Inner Part { get; set; } = new();
        public string Derived => ApiKey;
    }

    sealed class Inner
    {
        public int Count { get; set; } = 3;
        public string Password { get; set; } = "p";
    }
}
