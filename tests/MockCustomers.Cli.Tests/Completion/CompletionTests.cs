namespace MockCustomers.Cli.Tests.Completion;

/// <summary>Shells complete command lines: each is really asked, as when somebody presses the tabulator key.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public CompletionTests()
    {
        folder.Write($"#!/bin/sh\nexec dotnet '{CommandFile.Path}' \"$@\"\n", "bin", "mockcustomers");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.Of("bin", "mockcustomers"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        folder.Write("{}", "somefile.json");
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A line, and what it is completed to: a word that is offered.</summary>
    public static TheoryData<string, string, string> Lines
    {
        get
        {
            var first = Vendors.First;
            (string Line, string Word)[] lines =
            [
                ("val", "validate"),
                ("serve --au", "--auth"),
                ("--auth en", "enforce"),
                ("--auth=en", "enforce"),
                ("completion z", "zsh"),
                ($"validate --vendor {first[..3]}", first),
                ($"--vendor {Vendors.Names[1]},{first[..3]}", $"{Vendors.Names[1]},{first}"),
                ($"explain {first[..3]}", first),
                ($"export --vendor {first[..3]}", first),
                ("drift --format js", "json"),
                ("serve --faults some", "somefile.json"),
            ];
            var data = new TheoryData<string, string, string>();
            foreach (var shell in new[] { "bash", "zsh", "fish" })
                foreach (var (line, word) in lines) data.Add(shell, line, word);
            return data;
        }
    }

    [Theory, MemberData(nameof(Lines))]
    public async Task It_offers_what_may_stand_there(string shell, string line, string word) => (await OfferedAsync(shell, line)).ShouldContain(word);

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task It_offers_the_kinds_and_states_of_the_vendor(string shell)
    {
        using var all = await Command.RunAsync("generate", "--vendor", Vendors.First, "--state", "none-of-them");
        var states = all.Error.Split("one of: ")[1].Trim().Split(", ");

        (await OfferedAsync(shell, $"generate --vendor {Vendors.First} --state ")).ShouldBe(states, ignoreOrder: true);
    }

    [Fact]
    public async Task PowerShell_gets_a_script_that_asks_the_same()
    {
        using var ended = await Command.RunAsync("completion", "pwsh");

        ended.ExitCode.ShouldBe(0);
        ended.Output.ShouldContain("Register-ArgumentCompleter -Native -CommandName mockcustomers");
        ended.Output.ShouldContain("[suggest:$($line.Length)]");
    }

    [Theory]
    [InlineData("generate --vendor nobody --state ")]
    [InlineData("generate --state ")]
    [InlineData("--auth=")]
    [InlineData("--specs nowhere --vendor ")]
    [InlineData("--port-base x --vendor ")]
    public async Task A_line_that_is_not_finished_is_no_failure(string line)
    {
        using var ended = await Command.RunAsync($"[suggest:{line.Length}]", line);

        ended.ExitCode.ShouldBe(0, ended.Told);
        ended.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_shell_that_is_unknown_is_refused()
    {
        using var ended = await Command.RunAsync("completion", "tcsh");

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldContain("one of: bash, zsh, fish, pwsh");
    }

    /// <summary>What a shell offers behind "mockcustomers LINE".</summary>
    private async Task<string[]> OfferedAsync(string shell, string line)
    {
        Assert.SkipUnless(OtherProgram.IsHere(shell), $"no {shell} on this machine");
        var script = folder.Write(Asking(shell), "ask");
        var environment = new Dictionary<string, string> { ["PATH"] = $"{folder.Of("bin")}:{Environment.GetEnvironmentVariable("PATH")}", ["LINE"] = $"mockcustomers {line}", ["HOME"] = folder.Path, ["LC_ALL"] = "C.UTF-8" };
        using var asked = await new OtherProgram(folder.Path, environment, shell, shell == "zsh" ? ["-f", script] : [script]).EndAsync();
        asked.ExitCode.ShouldBe(0, asked.Told);
        return [.. asked.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(word => Word(word.Split('\t')[0].Trim())).Where(word => word.Length > 0)];
    }

    /// <summary>fish completes the whole of --flag=value.</summary>
    private static string Word(string offered) => offered.StartsWith("--", StringComparison.Ordinal) ? offered[(offered.IndexOf('=', StringComparison.Ordinal) + 1)..] : offered;

    private static string Asking(string shell) => shell switch
    {
        // compgen of the registered specification: what readline calls, files included. Words are cut at = as readline cuts them.
        "bash" =>
            """
            source <(mockcustomers completion bash)
            COMP_LINE=$LINE COMP_POINT=${#LINE} COMP_TYPE=9
            read -ra COMP_WORDS <<< "${LINE//=/ = }"
            [[ $LINE == *" " ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _mockcustomers mockcustomers "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            if (( ${#COMPREPLY[@]} )); then printf '%s\n' "${COMPREPLY[@]}"; else
                [[ $(complete -p mockcustomers) == *"-o default"* ]] && compgen -f -- "${COMP_WORDS[COMP_CWORD]}"
            fi
            exit 0
            """,
        // A terminal of its own, in which the line is typed and completed.
        "zsh" =>
            """
            zmodload zsh/zpty
            zpty pty zsh -f -i
            say() { zpty -w pty "$1" }
            say 'PROMPT=; stty -echo; setopt no_list_beep; unset zle_bracketed_paste'
            say 'autoload -Uz compinit; compinit -u -D; source <(mockcustomers completion zsh)'
            # Every word that the completion adds is written down.
            say 'compadd() { if (( ${@[(I)-[AOD]]} )); then builtin compadd "$@"; return; fi; local -a found; builtin compadd -O found "$@"; print -rl -- $found >> offered; builtin compadd "$@"; }'
            say 'bindkey "^I" complete-word; asked() { zle complete-word; print asked > done; }; zle -N asked; bindkey "^X" asked'
            say 'print ready > ready'
            local waited=0
            until [[ -e ready ]] || (( waited++ > 600 )); do sleep 0.05; done
            zpty -w -n pty "$LINE"$'\x18'
            waited=0
            until [[ -e done ]] || (( waited++ > 600 )); do sleep 0.05; done
            zpty -d pty
            cat offered
            exit 0
            """,
        _ =>
            """
            mockcustomers completion fish | source
            complete -C "$LINE"
            exit 0
            """,
    };
}
