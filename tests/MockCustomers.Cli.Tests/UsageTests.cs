namespace MockCustomers.Cli.Tests;

/// <summary>What makes no sense is refused with 2 and a message that says what would.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("--frobnicate", "--frobnicate")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("--port-base x", "--port-base: 'x'")]
    [InlineData("--port-base 65536", "a whole number from 0 to 64536")]
    [InlineData("--now tomorrow", "2026-01-01")]
    [InlineData("--auth maybe", "enforce, any, off")]
    [InlineData("--cors yes", "on or off")]
    [InlineData("--clock fast", "one of: frozen, real")]
    [InlineData("--clock real --expect-fingerprint 00", "give --now, or --clock frozen")]
    [InlineData("--host nowhere.example", "an IP address")]
    [InlineData("--population -1", "a whole number from 0 to 1000000000000")]
    [InlineData("--specs nowhere", "a folder that is there")]
    [InlineData("--auth enforec", "did you mean enforce? one of: ")]
    [InlineData("--prot-base 4010", "did you mean --port-base?")]
    [InlineData("validat", "did you mean validate?")]
    [InlineData("healthcheck --wait soon", "30s")]
    [InlineData("--vendor nobody", "there is no vendor 'nobody'; one of: ")]
    [InlineData("validate --vendor nobody", "there is no vendor 'nobody'; one of: ")]
    [InlineData("generate", "--vendor")]
    [InlineData("generate --vendor nobody", "there is no vendor 'nobody'; one of: ")]
    [InlineData("export --vendor nobody --format har", "there is no vendor 'nobody'; one of: ")]
    [InlineData("export --vendor nobody", "--format")]
    [InlineData("export --vendor a,b --format har", "one vendor is asked for, not 'a,b'; one of: ")]
    [InlineData("generate --vendor a,b", "one vendor is asked for, not 'a,b'; one of: ")]
    [InlineData("--stdin maybe", "on or off")]
    [InlineData("mcp --stdin", "--stdin")]
    [InlineData("export --vendor nobody --format msv", "did you mean msw? one of: msw, json, har, postman, http")]
    [InlineData("export --vendor nobody --format http --count 1001", "a whole number from 1 to 1000")]
    [InlineData("export --vendor nobody --format http --base-url here", "a URL such as http://127.0.0.1:4010")]
    [InlineData("export --vendor nobody --format http --base-url http://127.0.0.1:4010?a=1", "a URL such as http://127.0.0.1:4010")]
    [InlineData("export --vendor nobody --format http --population 10", "--population")]
    [InlineData("explain nobody 1", "there is no vendor 'nobody'; one of: ")]
    [InlineData("healthcheck --port-base 0", "--url")]
    [InlineData("listen --port x", "a whole number from 0 to 65535")]
    [InlineData("listen --vendor nobody", "there is no vendor 'nobody'; one of: ")]
    [InlineData("verify-signature --body x --header a:b", "--vendor")]
    [InlineData("verify-signature --vendor nobody --body x --header a:b", "there is no vendor 'nobody'; one of: ")]
    [InlineData("verify-signature --vendor nobody --body x --header nothing", "a name, a colon and a value")]
    public async Task A_bad_command_line_is_refused(string line, string said)
    {
        using var ended = await Command.RunAsync(line.Split(' '));

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldContain(said);
        ended.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_path_that_is_empty_is_refused_with_what_is_missing()
    {
        using var ended = await Command.RunAsync("convert", "");

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldContain("PATH is empty: it says which file of mappings to convert, or which folder of such files");
        ended.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--config")]
    [InlineData("--ports-file")]
    [InlineData("--faults")]
    [InlineData("--admin-token-file")]
    [InlineData("--expect-fingerprint")]
    [InlineData("--https --certificate-out")]
    [InlineData("healthcheck --ports-file")]
    [InlineData("generate --vendor nobody --output")]
    [InlineData("export --vendor nobody --format har --output")]
    [InlineData("convert here --output")]
    [InlineData("verify-signature --vendor nobody --header a:b --body")]
    [InlineData("listen --secret")]
    public async Task A_value_that_is_empty_is_refused_by_the_name_of_the_flag(string line)
    {
        var flag = line.Split(' ')[^1];

        using var ended = await Command.RunAsync([.. line.Split(' '), ""]);

        ended.ExitCode.ShouldBe(2, ended.Error);
        ended.Error.ShouldContain($"{flag}: '' is not right; ");
    }

    [Fact]
    public async Task A_bad_environment_is_refused_by_the_name_of_the_variable()
    {
        using var ended = await Command.RunAsync(new Dictionary<string, string> { ["MOCKCUSTOMERS_PORT_BASE"] = "x" }, "serve");

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldContain("MOCKCUSTOMERS_PORT_BASE: 'x'");
    }

    [Fact]
    public async Task An_unknown_environment_variable_is_refused()
    {
        using var ended = await Command.RunAsync(new Dictionary<string, string> { ["MOCKCUSTOMERS_SEDE"] = "1" }, "validate");

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldContain("MOCKCUSTOMERS_SEDE: unknown variable; did you mean 'MOCKCUSTOMERS_SEED'?");
    }

    [Fact]
    public async Task Variables_that_Kubernetes_sets_for_a_service_are_allowed()
    {
        Dictionary<string, string> environment = new() { ["MOCKCUSTOMERS_SERVICE_HOST"] = "10.0.0.1", ["MOCKCUSTOMERS_PORT"] = "tcp://10.0.0.1:4010", ["MOCKCUSTOMERS_PORT_4010_TCP"] = "tcp://10.0.0.1:4010" };

        using var ended = await Command.RunAsync(environment, "-v");
        using var served = await Command.RunAsync(environment, "validate", "--vendor", Vendors.First);

        ended.ExitCode.ShouldBe(0);
        served.ExitCode.ShouldBe(0, served.Error);
    }

    [Fact]
    public async Task A_misspelt_vendor_is_guessed()
    {
        var near = Vendors.First + "x";

        using var ended = await Command.RunAsync("validate", "--vendor", near);

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldContain($"did you mean {Vendors.First}? one of: ");
    }

    [Theory]
    [InlineData("-v")]
    [InlineData("--version")]
    public async Task The_version_is_told(string flag)
    {
        using var ended = await Command.RunAsync(flag);

        ended.ExitCode.ShouldBe(0);
        ended.Output.ShouldMatch(@"^\d+\.\d+\.\d+");
    }

    [Fact]
    public async Task A_bad_environment_is_nothing_to_a_command_that_does_not_read_it()
    {
        Dictionary<string, string> environment = new() { ["MOCKCUSTOMERS_PORT_BASE"] = "x", ["MOCKCUSTOMERS_SPECS"] = "nowhere" };

        using var ended = await Command.RunAsync(environment, "validate", "--specs", Vendors.Specs);

        ended.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_kind_that_is_none_is_refused_with_those_that_are()
    {
        using var ended = await Command.RunAsync("generate", "--vendor", Vendors.First, "--kind", "martian");

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldContain("--kind: there is no 'martian'; one of: ");
    }
}
